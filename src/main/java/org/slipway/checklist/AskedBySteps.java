package org.slipway.checklist;

import java.util.List;
import org.slipway.release.Release;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** What the steps of a release's model ask for, whether or not anybody has touched it. */
@Component
class AskedBySteps {

    private static final Limit MOST = Limit.of(200);

    private final AssignmentRepository assignments;
    private final EditionRepository editions;
    private final ChecklistRepository checklists;
    private final ChecklistRules rules;

    AskedBySteps(
            AssignmentRepository assignments,
            EditionRepository editions,
            ChecklistRepository checklists,
            ChecklistRules rules) {
        this.assignments = assignments;
        this.editions = editions;
        this.checklists = checklists;
        this.rules = rules;
    }

    /**
     * Those of the present cycle that nobody has touched, by step. They have ids and no revision, and come to be when somebody
     * answers them.
     */
    List<Checklist> untouched(Release release) {
        List<Assignment> asked = rules.isOpen(release) ? assignments.of(release.model(), MOST) : List.of();
        if (asked.isEmpty()) {
            return List.of();
        }
        List<ChecklistRepository.Present> present = checklists.present(release.number(), release.cycle());
        List<Assignment> missing = asked.stream()
                .filter(assignment -> present.stream().noneMatch(each -> each.answers(assignment)))
                .toList();
        List<Edition> current = editions.current(
                missing.stream().map(Assignment::questionnaire).distinct().toList());
        return missing.stream()
                .map(assignment -> new Checklist(
                        assignment.checklistOf(release), release, edition(current, assignment), assignment.step()))
                .toList();
    }

    private static Edition edition(List<Edition> editions, Assignment assignment) {
        return editions.stream()
                .filter(edition -> edition.questionnaire().equals(assignment.questionnaire()))
                .findFirst()
                .orElseThrow();
    }
}
