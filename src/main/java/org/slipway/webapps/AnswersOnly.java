package org.slipway.webapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.slipway.process.ProcessVariable;
import org.slipway.shared.Malformed;

/**
 * At the engine's doors a person who completes a task gives answers; what models and delegates decide by, such as how many
 * approvals are needed, is not his to set. Public, because Jersey creates it.
 */
public class AnswersOnly implements ContainerRequestFilter {

    private static final Pattern COMPLETING = Pattern.compile("(?:.*/)?task/[^/]+/(complete|submit-form|resolve)/?");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!COMPLETING.matcher(request.getUriInfo().getPath()).matches()) {
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        JsonNode variables = JSON.readTree(body).path("variables");
        for (Iterator<String> names = variables.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (ProcessVariable.isReserved(name)) {
                throw new Malformed("answer-unknown", name, name);
            }
        }
    }
}
