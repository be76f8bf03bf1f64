package org.graphsink.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A server certificate for {@code localhost} that no authority has signed, made by the JDK's keytool. */
record SelfSignedCertificate(Path folder) {

    private static final String PASSWORD = "changeit";

    static SelfSignedCertificate in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve("store.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "bolt",
                        "-keyalg",
                        "RSA",
                        "-validity",
                        "1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + Files.readString(folder.resolve("keytool.log")));
        }
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var made = new SelfSignedCertificate(folder);
        write(
                made.privateKey(),
                "PRIVATE KEY",
                keys.getKey("bolt", PASSWORD.toCharArray()).getEncoded());
        write(made.certificate(), "CERTIFICATE", keys.getCertificate("bolt").getEncoded());
        return made;
    }

    Path privateKey() {
        return folder.resolve("private.key");
    }

    Path certificate() {
        return folder.resolve("public.crt");
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
