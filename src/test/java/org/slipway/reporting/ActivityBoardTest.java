package org.slipway.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slipway.access.CurrentUser;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SlipwayTest
@OnBothDatabases
class ActivityBoardTest {

    private static final int MORE_THAN_A_PAGE = 27;

    private final SlipwayClient slipway;
    private final ActivityBoard board;

    ActivityBoardTest(SlipwayClient slipway, DataSource database, CurrentUser currentUser, Clock clock) {
        this.slipway = slipway;
        this.board = new ActivityBoard(
                JdbcClient.create(
                        ProxyDataSourceBuilder.create(database).countQuery().build()),
                currentUser,
                clock);
    }

    @Test
    void standsWhereItsTaskStands() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        plan(release, "Copy tables", 4);
        BoardCard todo = only(release, BoardColumn.TODO);
        assertThat(todo.dueMinutes()).isBetween(200L, 240L);
        assertThat(todo.isDueSoon()).isTrue();

        slipway.as("operator").post("/api/tasks/" + todo.task() + "/claim").expect(200);
        assertThat(only(release, BoardColumn.DOING).person()).isEqualTo("operator");
        assertThat(column(release, BoardColumn.TODO, null).items()).isEmpty();

        release.suspended();
        assertThat(only(release, BoardColumn.DOING).suspended()).isTrue();
        release.reactivated();

        slipway.as("operator")
                .post("/api/tasks/" + todo.task() + "/completion", Map.of("minutesSpent", 45))
                .expect(200);
        BoardCard done = only(release, BoardColumn.DONE);
        assertThat(done.id()).isEqualTo(todo.id());
        assertThat(done.task()).isNull();
        assertThat(done.minutesSpent()).isEqualTo(45);
        assertThat(board.card(todo.id()).column()).isEqualTo(BoardColumn.DONE);
    }

    @Test
    void pagesAColumnByWhenItsCardsAreDueWithOneStatementAPage() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        for (int each = MORE_THAN_A_PAGE; each > 0; each--) {
            plan(release, "Activity " + each, each);
        }

        QueryCountHolder.clear();
        Slice<BoardCard> first = column(release, BoardColumn.TODO, null);
        Slice<BoardCard> second = column(release, BoardColumn.TODO, first.next());
        column(release, BoardColumn.DOING, null);
        column(release, BoardColumn.DONE, null);

        assertThat(QueryCountHolder.getGrandTotal().getTotal()).isEqualTo(4);
        assertThat(first.items())
                .hasSize(25)
                .first()
                .extracting(BoardCard::title)
                .isEqualTo("Activity 1");
        assertThat(second.items()).extracting(BoardCard::title).containsExactly("Activity 26", "Activity 27");
        assertThat(second.next()).isNull();
        assertThatThrownBy(() -> column(release, BoardColumn.TODO, "nonsense")).isInstanceOf(Malformed.class);
    }

    private BoardCard only(ReleaseStory release, BoardColumn column) {
        Slice<BoardCard> page = column(release, column, null);
        assertThat(page.items()).hasSize(1);
        return page.items().get(0);
    }

    private Slice<BoardCard> column(ReleaseStory release, BoardColumn column, @Nullable String after) {
        return board.column(new BoardQuestion(null, null, null, release.number(), null), column, after);
    }

    private void plan(ReleaseStory release, String title, int dueInHours) {
        slipway.as("operator")
                .post(
                        release.path() + "/activities",
                        Map.of(
                                "title",
                                title,
                                "due",
                                Instant.now().plus(Duration.ofHours(dueInHours)).toString(),
                                "estimatedMinutes",
                                60))
                .expect(201);
    }
}
