package io.github.dynamodbmigrations.integration.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.twin.V0004_GrantWelcomePoints;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The quickstart's last migration without its guard is refused before it writes, with the three ways out. */
@Execution(ExecutionMode.CONCURRENT)
final class UnguardedTwinTest {
    private static final Path TARGET = Path.of("target", "unguarded-twin").toAbsolutePath();

    @Test
    void isRefusedWithTheThreeWaysOut() throws Exception {
        var points = new PointsApplication(ShopFixture.createEmpty());
        var account = new HashMap<>(ShopTable.key("CUSTOMER#00001", "POINTS"));
        account.put("balance", AttributeValue.fromN("120"));
        points.table().insert(account);

        var engine = new EngineProcess(
                ShopCode.emit(List.of(V0004_GrantWelcomePoints.class), TARGET),
                points,
                LocalDynamo.uniqueName("Twin-migrations"),
                4,
                1,
                200);
        engine.start();
        engine.awaitEnd();

        assertFalse(engine.hasSucceeded());
        var said = engine.output();
        for (var wayOut : List.of("@Guard(ITEM)", "@Guard(LEDGER)", "discriminator attribute")) {
            assertTrue(said.contains(wayOut), said);
        }
        var untouched = new Thing(BigDecimal.valueOf(120), List.of(), "", true);
        assertEquals(Map.of("00001", List.of(untouched)), points.read());
    }
}
