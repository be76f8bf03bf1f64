package org.graphsink.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class GraphPictureTest {

    @Test
    void everyNodeIsACircleAndEveryRelationshipALineWithItsType() throws Exception {
        var svg = parse(picture().svg());

        var circles = svg.getElementsByTagName("circle");
        assertThat(circles.getLength())
                .as("2 nodes, and 2 labels in the legend")
                .isEqualTo(4);
        assertThat(texts(svg))
                .containsOnlyOnce("LIKES", "KNOWS")
                .contains("Tom & <Co>", "LIKES  (1)", "Cat  (1)", "Dog  (1)");
    }

    @Test
    void theSameGraphGivesTheSamePicture() {
        assertThat(picture().svg()).isEqualTo(picture().svg());
    }

    @Test
    void anEmptyGraphIsAPictureToo() throws Exception {
        assertThat(texts(parse(new GraphPicture("Nothing").svg()))).contains("Nothing", "0 nodes, 0 relationships");
    }

    @Test
    void nodesDoNotCoverEachOther() {
        var star = IntStream.range(1, 40)
                .mapToObj(i -> new PictureRelationship(0, i, "HAS"))
                .toList();

        var places = ForceLayout.of(42, star);

        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(places.get(i).distance(places.get(j))).isGreaterThan(ForceLayout.LEAST_DISTANCE - 1);
            }
        }
    }

    @Test
    void linesThatCrossAndNodesOnLinesAreClutter() {
        var square = List.of(new Point(0, 0), new Point(300, 0), new Point(300, 200), new Point(0, 200));
        var sides = List.of(new PictureRelationship(0, 1, "A"), new PictureRelationship(2, 3, "A"));
        var diagonals = List.of(new PictureRelationship(0, 2, "A"), new PictureRelationship(1, 3, "A"));
        var row = List.of(new Point(0, 0), new Point(150, 0), new Point(300, 200));
        var along = List.of(new PictureRelationship(0, 2, "A"));

        double tidy = new Clutter(square, sides).amount();
        assertThat(new Clutter(square, diagonals).amount()).isEqualTo(tidy + 1);
        assertThat(new Clutter(List.of(new Point(0, 0), new Point(150, 100), new Point(300, 200)), along).amount())
                .isEqualTo(new Clutter(row, along).amount() + 3);
    }

    @Test
    void aLongCaptionIsBrokenIntoLinesAndCut() {
        assertThat(Caption.lines("Pour-over dripper")).containsExactly("Pour-over", "dripper");
        assertThat(Caption.lines("one two three four five six seven eight"))
                .containsExactly("one two", "three four", "five six…");
    }

    private static GraphPicture picture() {
        var picture = new GraphPicture("Pets");
        picture.node("1", "Cat", "Tom & <Co>");
        picture.node("2", "Dog", "Spike");
        picture.relationship("1", "2", "KNOWS");
        picture.relationship("2", "1", "LIKES");
        return picture;
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document svg) {
        NodeList elements = svg.getElementsByTagName("text");
        var texts = new ArrayList<String>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }
}
