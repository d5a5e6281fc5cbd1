package org.slipway.webapps;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.shared.NotAllowed;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * At the engine's doors people take tasks for themselves and give back what they hold. The engine would let whoever may
 * work on tasks take them in another person's name, but give none back, which it holds for passing work on; that is the
 * business of the release's own delegation. Public, because Jersey creates it.
 */
public class OwnTasksOnly implements ContainerRequestFilter {

    private static final Pattern HOLDING = Pattern.compile("(?:.*/)?task/([^/]+)/(claim|unclaim)/?");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Context
    private @Nullable HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Matcher path = HOLDING.matcher(request.getUriInfo().getPath());
        if (!path.matches() || servletRequest == null) {
            return;
        }
        ApplicationContext context =
                WebApplicationContextUtils.getRequiredWebApplicationContext(servletRequest.getServletContext());
        CurrentUser person = context.getBean(CurrentUser.class);
        if (path.group(2).equals("claim")) {
            takesForHimself(request, person.id());
        } else {
            givesBackHisOwn(context, path.group(1), person.id());
        }
    }

    private static void takesForHimself(ContainerRequestContext request, String person) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String named = JSON.readTree(body).path("userId").asText(person);
        if (!named.equals(person)) {
            throw new NotAllowed("task-for-oneself", "userId");
        }
    }

    private static void givesBackHisOwn(ApplicationContext context, String id, String person) {
        Task task =
                context.getBean(TaskService.class).createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            return;
        }
        if (!Objects.equals(task.getAssignee(), person)) {
            throw new NotAllowed("task-not-yours", null);
        }
        // For this one call: the filters in front of us put an end to it with the request.
        context.getBean(IdentityService.class).setAuthentication(person, List.of(Groups.CAMUNDA_ADMIN));
    }
}
