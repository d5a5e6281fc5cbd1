package org.slipway.demo;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that one of the people does with a release, in the order of its story; told apart by its fields. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Act.Complete.class),
    @JsonSubTypes.Type(Act.Claim.class),
    @JsonSubTypes.Type(Act.Plan.class),
    @JsonSubTypes.Type(Act.Role.class),
    @JsonSubTypes.Type(Act.Checklist.class),
    @JsonSubTypes.Type(Act.StartEarly.class),
    @JsonSubTypes.Type(Act.Suspend.class),
    @JsonSubTypes.Type(Act.Cancel.class),
    @JsonSubTypes.Type(Act.Reopen.class)
})
sealed interface Act {

    /** The person who does it. */
    String as();

    void on(String release, Stage stage);

    record Complete(String as, String complete, @Nullable Map<String, Object> with) implements Act {

        @Override
        public void on(String release, Stage stage) {
            stage.complete(release, complete, with == null ? Map.of() : with);
        }
    }

    record Claim(String as, String claim) implements Act {

        @Override
        public void on(String release, Stage stage) {
            stage.claim(release, claim);
        }
    }

    record Plan(String as, Work plan) implements Act {

        @Override
        public void on(String release, Stage stage) {
            stage.plan(release, plan);
        }
    }

    /** @param due counted from the start of the demo */
    record Work(String title, @Nullable String description, Duration due, int estimatedMinutes) {}

    record Role(String as, Holder role) implements Act {

        @Override
        public void on(String release, Stage stage) {
            stage.giveRole(release, role);
        }
    }

    record Holder(String person, String role) {}

    record Checklist(String as, Sheet checklist) implements Act {

        @Override
        public void on(String release, Stage stage) {
            stage.answer(release, checklist);
        }
    }

    /** A questionnaire, attached and answered on the spot. */
    record Sheet(String questionnaire, Map<String, Object> answers, boolean confirmed) {}

    /** @param startEarly why */
    record StartEarly(String as, String startEarly) implements Act {

        @Override
        public void on(String release, Stage stage) {
            stage.startEarly(release, startEarly);
        }
    }

    /** @param suspend a justification */
    record Suspend(String as, String suspend, @Nullable String note) implements Act {

        @Override
        public void on(String release, Stage stage) {
            stage.suspend(release, suspend, note);
        }
    }

    /** @param cancel why */
    record Cancel(String as, String cancel) implements Act {

        @Override
        public void on(String release, Stage stage) {
            stage.cancel(release, cancel);
        }
    }

    /** @param reopen a justification */
    record Reopen(String as, String reopen, @Nullable String note) implements Act {

        @Override
        public void on(String release, Stage stage) {
            stage.reopen(release, reopen, note);
        }
    }
}
