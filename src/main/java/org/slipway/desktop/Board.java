package org.slipway.desktop;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Directory;
import org.slipway.access.Group;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.reporting.ActivityBoard;
import org.slipway.reporting.BoardCard;
import org.slipway.reporting.BoardColumn;
import org.slipway.reporting.BoardQuestion;
import org.slipway.reporting.FoundRelease;
import org.slipway.reporting.ReleaseSearch;
import org.slipway.shared.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The board: planned activities to do, in work and finished, of one release or of all (src/docs/domain.md, Board and calendar). */
@Controller
class Board {

    private static final String PATH = "/board";
    private static final List<Integer> DAYS = List.of(7, 14, 30, 90);

    /** One column with its first cards. */
    public record Column(BoardColumn id, Slice<BoardCard> cards) {}

    private final ActivityBoard board;
    private final ReleaseSearch search;
    private final Directory directory;
    private final Rights rights;

    Board(ActivityBoard board, ReleaseSearch search, Directory directory, Rights rights) {
        this.board = board;
        this.search = search;
        this.directory = directory;
        this.rights = rights;
    }

    @GetMapping(PATH)
    String show(@Valid BoardQuestion question, @RequestParam MultiValueMap<String, String> parameters, Model page) {
        List<Column> columns = Arrays.stream(BoardColumn.values())
                .map(column -> new Column(column, board.column(question, column, null)))
                .toList();
        page.addAttribute("columns", columns);
        page.addAttribute("names", names(columns.stream().flatMap(column -> column.cards().items().stream())));
        page.addAttribute("release", release(question.release()));
        page.addAttribute("question", question);
        List<Group> groups = directory.groups();
        page.addAttribute("groups", groups);
        page.addAttribute("groupNames", names(groups));
        page.addAttribute("periods", DAYS);
        page.addAttribute("page", new ListAddress(PATH, parameters));
        return "desktop/board";
    }

    /** More cards of one column. */
    @GetMapping("/board/column")
    String more(
            @Valid BoardQuestion question,
            @RequestParam BoardColumn column,
            @RequestParam String after,
            @RequestParam MultiValueMap<String, String> parameters,
            Model page) {
        Slice<BoardCard> cards = board.column(question, column, after);
        page.addAttribute("column", new Column(column, cards));
        page.addAttribute("names", names(cards.items().stream()));
        page.addAttribute("groupNames", names(directory.groups()));
        page.addAttribute("page", new ListAddress(PATH, parameters));
        return "desktop/board :: cards";
    }

    /** One card as it is now. */
    @GetMapping("/board/cards/{id}")
    String card(@PathVariable UUID id, Model page) {
        BoardCard card = board.card(id);
        page.addAttribute("card", card);
        page.addAttribute("names", names(Stream.of(card)));
        page.addAttribute("groupNames", names(directory.groups()));
        return "desktop/board :: card";
    }

    /** Whether the person may give back what somebody else holds, with some model at least. */
    @ModelAttribute("mayDelegate")
    boolean mayDelegate() {
        return rights.mine().contains(Operation.DELEGATE);
    }

    /** What the people on these cards are called, in one statement. */
    private Map<String, String> names(Stream<BoardCard> cards) {
        Set<String> people =
                cards.map(BoardCard::person).filter(Objects::nonNull).collect(Collectors.toSet());
        return people.isEmpty() ? Map.of() : directory.names(people);
    }

    private static Map<String, String> names(List<Group> groups) {
        return groups.stream().collect(Collectors.toMap(Group::id, Group::name, (one, other) -> one));
    }

    private @Nullable FoundRelease release(@Nullable String number) {
        return number == null || number.isBlank()
                ? null
                : search.named(List.of(number.strip())).stream().findFirst().orElse(null);
    }
}
