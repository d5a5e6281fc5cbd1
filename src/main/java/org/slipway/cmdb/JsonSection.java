package org.slipway.cmdb;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One list of a JSON file such as {@code {"items": […], "relationships": […]}}, read object by object so that the size of
 * the file does not matter.
 */
final class JsonSection implements Closeable {

    private final String file;
    private final JsonParser parser;
    private final ImportProblems problems;
    private boolean open;

    private JsonSection(String file, JsonParser parser, ImportProblems problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    /** Goes to where the list begins; a file without it has nothing in it. */
    static JsonSection open(CsvSource source, String name, ObjectMapper json, ImportProblems problems)
            throws IOException {
        JsonSection section = new JsonSection(
                source.name(), json.getFactory().createParser(source.content().open()), problems);
        section.find(name);
        return section;
    }

    private void find(String name) {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                malformed("json-malformed");
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(name);
                JsonToken value = parser.nextToken();
                if (wanted && value == JsonToken.START_ARRAY) {
                    open = true;
                    return;
                }
                parser.skipChildren();
            }
        } catch (JsonProcessingException e) {
            malformed("json-malformed");
        } catch (CharacterCodingException e) {
            malformed("csv-not-utf8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String file() {
        return file;
    }

    /** At most so many of the objects that follow; empty at the end of the list. */
    List<Row> next(int most) {
        List<Row> next = new ArrayList<>();
        try {
            while (open && next.size() < most) {
                JsonToken token = parser.nextToken();
                int line = parser.currentTokenLocation().getLineNr();
                if (token == JsonToken.START_OBJECT) {
                    ObjectNode node = parser.readValueAsTree();
                    next.add(new Row(line, node));
                } else {
                    open = false;
                    if (token != JsonToken.END_ARRAY) {
                        malformed("json-malformed");
                    }
                }
            }
        } catch (JsonProcessingException e) {
            malformed("json-malformed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return next;
    }

    private void malformed(String code) {
        open = false;
        problems.add(file, Math.max(1, parser.currentLocation().getLineNr()), null, code);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** One object of the list. */
    record Row(int line, ObjectNode node) {

        @Nullable
        String text(String name) {
            return node.hasNonNull(name) ? node.get(name).asText().strip() : null;
        }
    }
}
