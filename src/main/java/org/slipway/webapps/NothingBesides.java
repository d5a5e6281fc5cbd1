package org.slipway.webapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slipway.shared.NotAllowed;

/**
 * At the engine's doors a job that failed is tried again and a release is migrated to another version of its model; neither
 * brings another time or variables along, with which a window would open or a quorum shrink. Public, because Jersey creates it.
 */
public class NothingBesides implements ContainerRequestFilter {

    private static final Pattern RETRYING =
            Pattern.compile("(?:.*/)?(?:job|job-definition|process-instance)/.*retries.*");
    private static final Pattern MIGRATING = Pattern.compile("(?:.*/)?migration/execute.*");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String path = request.getUriInfo().getPath();
        if (RETRYING.matcher(path).matches()) {
            requireAbsent(body(request), "dueDate");
        } else if (MIGRATING.matcher(path).matches()) {
            requireAbsent(body(request).path("migrationPlan"), "variables");
        }
    }

    private static void requireAbsent(JsonNode sent, String field) {
        if (sent.hasNonNull(field)) {
            throw new NotAllowed("not-allowed", field);
        }
    }

    private static JsonNode body(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return JSON.readTree(body);
    }
}
