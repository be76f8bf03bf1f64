package org.graphsink.config;

/** The settings of the chosen type of authentication are complete, and those of the other types absent. */
final class AuthenticationRule implements Rule<Submitted> {

    @Override
    public void check(Submitted config, Findings findings) {
        config.value(AuthenticationGroup.TYPE).ifPresent(type -> {
            for (var setting : AuthenticationGroup.neededBy(type)) {
                if (!config.has(setting)) {
                    findings.add(setting, missing(setting.name(), type, config.has(AuthenticationGroup.TYPE)));
                }
            }
            for (var setting : AuthenticationGroup.GROUP.settings()) {
                var condition = setting.condition();
                if (condition != null && !condition.value().equals(type.name()) && config.has(setting)) {
                    findings.add(
                            setting,
                            setting.name() + " is set while " + AuthenticationGroup.TYPE.name() + " is " + type
                                    + ": remove it, or set the type to " + condition.value());
                }
            }
        });
    }

    private static String missing(String name, AuthenticationType type, boolean chosen) {
        return name + " must be set, since " + AuthenticationGroup.TYPE.name() + " is " + type
                + (chosen ? "" : " unless set otherwise (NONE is for a server without authentication)");
    }
}
