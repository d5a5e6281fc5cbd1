package org.slipway.process.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The task lists that everybody finds in Tasklist. What is on hold is not among one's work. */
@Component
class StandardFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final StandardGrants grants;

    StandardFilters(FilterService filters, TaskService tasks, StandardGrants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    void create() {
        create("My tasks", "What is assigned to me", 10, StandardGroups.WORKERS, mine());
        create("My groups' tasks", "What any of my groups may take", 20, StandardGroups.WORKERS, myGroups());
        create(
                "All tasks",
                "Whatever is open, on hold or not",
                30,
                List.of(StandardGroups.RELEASE_MANAGERS),
                tasks.createTaskQuery());
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery()
                .taskAssigneeExpression("${currentUser()}")
                .active();
    }

    private TaskQuery myGroups() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .taskUnassigned()
                .active();
    }

    private void create(String name, String description, int position, List<String> groups, TaskQuery query) {
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", description);
        properties.put("priority", position);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(properties);
        filters.saveFilter(filter);
        grants.readFilter(filter.getId(), groups);
    }
}
