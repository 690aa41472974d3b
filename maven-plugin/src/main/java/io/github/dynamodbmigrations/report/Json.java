package io.github.dynamodbmigrations.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Writes JSON, indented, in the order in which it is told. */
public final class Json {
    private Json() {}

    /** Writes a document. */
    public static String write(Part whole) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            whole.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes an object. */
    public static void object(JsonGenerator json, Part fields) throws IOException {
        json.writeStartObject();
        fields.write(json);
        json.writeEndObject();
    }

    /** Writes an array of objects. */
    static <T> void array(JsonGenerator json, String name, List<T> elements, Element<T> element) throws IOException {
        json.writeArrayFieldStart(name);
        for (var one : elements) {
            object(json, fields -> element.write(fields, one));
        }
        json.writeEndArray();
    }

    static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    /** A part of a document. */
    @FunctionalInterface
    public interface Part {
        /** Writes it. */
        void write(JsonGenerator json) throws IOException;
    }

    /** The fields of an element of an array. */
    @FunctionalInterface
    interface Element<T> {
        /** Writes them. */
        void write(JsonGenerator json, T element) throws IOException;
    }
}
