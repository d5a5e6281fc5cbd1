package org.slipway.process.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slipway.process.flow.ProcessRecord.Incident;
import org.slipway.process.flow.ProcessRecord.Kept;
import org.slipway.process.flow.ProcessRecord.Operation;

/**
 * One run of a release's process, as it is kept when the engine forgets it.
 *
 * @param written what is hashed, in the form in which it was written
 */
record KeptRun(Content content, byte[] written) {

    /** @param modelSha256 of the model that it ran on; none of one that was removed before */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(
            String release,
            @Nullable String modelSha256,
            Trail run,
            List<Operation> operations,
            List<Incident> incidents) {

        Content with(UnaryOperator<String> person, UnaryOperator<String> value) {
            return new Content(
                    release,
                    modelSha256,
                    run.with(person),
                    operations.stream().map(each -> each.with(person, value)).toList(),
                    incidents);
        }
    }

    static KeptRun of(Content content, ObjectMapper json) {
        try {
            return new KeptRun(content, json.writeValueAsBytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeptRun read(byte[] packed, ObjectMapper json) {
        byte[] written = unpacked(packed);
        try {
            return new KeptRun(json.readValue(written, Content.class), written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return content.run().id();
    }

    Trail run() {
        return content.run();
    }

    List<Operation> operations() {
        return content.operations();
    }

    List<Incident> incidents() {
        return content.incidents();
    }

    Kept asKept() {
        return new Kept(id(), written);
    }

    KeptRun with(UnaryOperator<String> person) {
        return new KeptRun(content.with(person, person), written);
    }

    static byte[] packed(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] unpacked(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
