package org.slipway.checklist;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slipway.release.Release;
import org.slipway.release.policy.Transition;
import org.slipway.release.policy.TransitionPolicy;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nothing is solved while a checklist is unconfirmed (src/docs/domain.md, Checklists): a step not while one that it asks for
 * is, the release not while any of its present cycle is. What is not solved is never held up.
 */
@Component
public class ConfirmedFirst implements TransitionPolicy {

    private static final String EVERY_STEP = "";

    private static final String UNCONFIRMED = """
            select c.questionnaire
              from checklist c
             where c.release_number = :release and c.cycle_number = :cycle and c.state <> 'VALIDATED'
               and :step in ('', c.step)
            union
            select a.questionnaire
              from checklist_assignment a
              join checklist_questionnaire q on q.code = a.questionnaire
             where a.model = :model and :step in ('', a.step) and q.state = 'ACTIVE'
               and not exists (
                     select 1 from checklist d
                      where d.release_number = :release and d.cycle_number = :cycle and d.state = 'VALIDATED'
                        and d.questionnaire = a.questionnaire and (d.step = a.step or d.step is null))
             order by 1
            """;

    private final JdbcClient jdbc;
    private final EditionRepository editions;
    private final AskingSteps asking;

    ConfirmedFirst(JdbcClient jdbc, EditionRepository editions, AskingSteps asking) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.asking = asking;
    }

    @Override
    public void check(Release release, Transition transition) {
        if (transition == Transition.SOLVE) {
            require(release, EVERY_STEP);
        }
    }

    /**
     * Asked before a step is finished as solved.
     *
     * @param step the id of its task, such as {@code executeRelease}
     * @throws BusinessRuleViolated {@code checklist-unconfirmed}, naming the questionnaires
     */
    public void requireConfirmed(Release release, String step) {
        if (asking.include(release.model(), step)) {
            require(release, step);
        }
    }

    private void require(Release release, String step) {
        List<String> unconfirmed = jdbc.sql(UNCONFIRMED)
                .param("release", release.number())
                .param("cycle", release.cycle())
                .param("model", release.model())
                .param("step", step)
                .query(String.class)
                .list();
        if (!unconfirmed.isEmpty()) {
            Locale language = LocaleContextHolder.getLocale();
            String titles = editions.current(unconfirmed).stream()
                    .map(edition -> edition.definition().title().in(language))
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new BusinessRuleViolated("checklist-unconfirmed", "checklists", titles);
        }
    }
}
