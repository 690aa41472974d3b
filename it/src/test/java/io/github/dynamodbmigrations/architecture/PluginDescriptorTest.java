package io.github.dynamodbmigrations.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What {@code help} can show of the plugin: every goal and every parameter says what it is and since when. */
class PluginDescriptorTest {
    private static final String PREFIX = "dynamodb-migrations.";

    @Test
    void everyGoalAndParameterIsDocumented() throws Exception {
        try (var descriptor = PluginDescriptorTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            var plugin = parse(Objects.requireNonNull(descriptor, "plugin.xml"));
            assertFalse(mojos(plugin).toList().isEmpty());
            assertEquals(List.of(), complaints(plugin));
        }
    }

    @Test
    void noParameterTakesASecret() throws Exception {
        try (var descriptor = PluginDescriptorTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            assertEquals(List.of(), secrets(parse(Objects.requireNonNull(descriptor, "plugin.xml"))));
        }
        var planted = "<plugin><mojos><mojo><parameters><parameter><name>secretAccessKey</name></parameter>"
                + "</parameters></mojo></mojos></plugin>";
        assertEquals(
                List.of("secretAccessKey"),
                secrets(parse(new ByteArrayInputStream(planted.getBytes(StandardCharsets.UTF_8)))));
    }

    private static List<String> secrets(Document plugin) {
        return mojos(plugin)
                .flatMap(mojo -> children(mojo, "parameters"))
                .flatMap(list -> children(list, "parameter"))
                .map(parameter -> text(parameter, "name"))
                .filter(name -> name.matches("(?i).*(secret|accesskey|password|token).*"))
                .toList();
    }

    @Test
    void theCheckCanFail() throws Exception {
        var planted = """
                <plugin><mojos>
                  <mojo><goal>bare</goal><threadSafe>false</threadSafe>
                    <parameters><parameter><name>a</name><type>java.lang.String</type></parameter></parameters>
                    <configuration><a>${name}</a></configuration>
                  </mojo>
                </mojos></plugin>
                """;
        assertEquals(
                List.of(
                        "bare has no description",
                        "bare has no since",
                        "bare is not thread safe",
                        "bare.a has no description",
                        "bare.a has no since",
                        "bare.a answers to ${name}"),
                complaints(parse(new ByteArrayInputStream(planted.getBytes(StandardCharsets.UTF_8)))));
    }

    /** The plugin tools write the help goal, so it is exempt. */
    private static List<String> complaints(Document plugin) {
        var complaints = new ArrayList<String>();
        mojos(plugin).filter(mojo -> !text(mojo, "goal").equals("help")).forEach(mojo -> {
            var goal = text(mojo, "goal");
            complaints.addAll(undocumented(goal, mojo));
            if (!text(mojo, "threadSafe").equals("true")) {
                complaints.add(goal + " is not thread safe");
            }
            children(mojo, "parameters")
                    .flatMap(list -> children(list, "parameter"))
                    .filter(parameter -> !text(parameter, "editable").equals("false"))
                    .forEach(parameter -> {
                        var name = text(parameter, "name");
                        complaints.addAll(undocumented(goal + "." + name, parameter));
                        children(mojo, "configuration")
                                .flatMap(configuration -> children(configuration, name))
                                .map(Node::getTextContent)
                                .filter(property -> !property.isEmpty() && !property.startsWith("${" + PREFIX))
                                .forEach(property -> complaints.add(goal + "." + name + " answers to " + property));
                    });
        });
        return complaints;
    }

    private static List<String> undocumented(String what, Element element) {
        return Stream.of("description", "since")
                .filter(field -> text(element, field).isBlank())
                .map(field -> what + " has no " + field)
                .toList();
    }

    private static Stream<Element> mojos(Document plugin) {
        return children(plugin.getDocumentElement(), "mojos").flatMap(list -> children(list, "mojo"));
    }

    private static Stream<Element> children(Node parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast);
    }

    private static String text(Element parent, String name) {
        return children(parent, name).findFirst().map(Node::getTextContent).orElse("");
    }

    private static Document parse(InputStream xml) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
    }
}
