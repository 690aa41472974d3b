package io.github.dynamodbmigrations.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.write.RankGuard.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class RankGuardTest {
    private static final RankGuard APPLYING = new RankGuard("_dm_x", 7, Optional.empty());
    private static final RankGuard UNDOING = new RankGuard("_dm_x", 7, Optional.of(new Undoing(4, 0)));
    private static final RankGuard UNDOING_SEVERAL =
            new RankGuard("_dm_x", 9, Optional.of(new Undoing(6, 0, Set.of(2L), Set.of(4L))));

    @ParameterizedTest
    @CsvSource({
        "3, EARLIER, UNTOUCHED",
        "4, EARLIER, EARLIER",
        "5, EARLIER, LATER",
        "7, DONE, DONE",
        "8, SUPERSEDED, SUPERSEDED"
    })
    void theLastRankOfAnItemSaysWhatIsToBeDone(String rank, State applying, State undoing) {
        var image = Map.of("_dm_x", AttributeValue.fromN(rank));
        assertEquals(applying, APPLYING.in(image));
        assertEquals(undoing, UNDOING.in(image));
    }

    @ParameterizedTest
    @CsvSource({
        "1, UNTOUCHED",
        "2, EARLIER",
        "3, LATER",
        "4, UNTOUCHED",
        "5, LATER",
        "6, EARLIER",
        "7, LATER",
        "9, DONE",
        "10, SUPERSEDED"
    })
    void anyRankThatAppliedTheVersionIsUndoneAndWhatWasUndoneIsNot(String rank, State undoing) {
        assertEquals(undoing, UNDOING_SEVERAL.in(Map.of("_dm_x", AttributeValue.fromN(rank))));
    }

    @Test
    void anItemWithoutAGuardIsNotUndone() {
        assertEquals(State.UNGUARDED, APPLYING.in(Map.of()));
        assertEquals(State.UNTOUCHED, UNDOING.in(Map.of()));
    }

    @Test
    void whatIsNoNumberIsNobodysGuard() {
        var image = Map.of("_dm_x", AttributeValue.fromS("7"));
        assertEquals(State.FOREIGN, APPLYING.in(image));
        assertEquals(State.FOREIGN, UNDOING.in(image));
    }
}
