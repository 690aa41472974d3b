package io.github.dynamodbmigrations.template;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** Writes blocks as YAML that YAML 1.1 and 1.2 read alike: a text that either could take for something else is quoted. */
final class YamlWriter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[A-Za-z0-9_./-]|:(?!$))*");
    private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setSplitLines(false)
            .setDereferenceAliases(true)
            .setBestLineBreak("\n")
            .build();

    private YamlWriter() {}

    /** The block as a document that begins with a line of comment. */
    static String write(String comment, Block block) {
        return "# " + comment + "\n" + write(block);
    }

    static String write(Block block) {
        return new Dump(SETTINGS, new Representer()).dumpToString(block);
    }

    private static final class Representer extends StandardRepresenter {
        Representer() {
            super(SETTINGS);
            representers.put(
                    Block.class, block -> representMapping(Tag.MAP, ((Block) block).fields(), FlowStyle.BLOCK));
            representers.put(String.class, text -> text((String) text));
        }

        private Node text(String text) {
            var plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
            return representScalar(Tag.STR, text, plain ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED);
        }
    }
}
