package io.github.dynamodbmigrations.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.model.MigrationModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tables that lie elsewhere: in another account, or behind another stack's export. */
class PlacesTest {
    private static final String CHILD = "v0002-split-full-name/template.yaml";
    private static final Map<String, ?> ROLE_GIVEN = Map.of("Ref", "CustomersTableRole");

    @Test
    void theRootHandsTheRoleOfATableDown() {
        var rendering = render(Projects.splitFullName());
        for (var file : List.of("template.yaml", CHILD)) {
            assertEquals("", Yaml.at(Projects.file(rendering, file), "Parameters", "CustomersTableRole", "Default"));
        }
        assertEquals(
                ROLE_GIVEN,
                Yaml.at(
                        Projects.file(rendering, "template.yaml"),
                        "Resources",
                        "Migration2",
                        "Properties",
                        "Parameters",
                        "CustomersTableRole"));
        assertEquals(
                Map.of("Customers", ROLE_GIVEN),
                input(Projects.file(rendering, CHILD)).get("tableRoles"));
    }

    @Test
    void theRoleTakesThePlaceOfAllRightsOnTheTable() {
        var child = Projects.file(render(Projects.splitFullName()), CHILD);
        for (var role : List.of("ControlRole", "WorkerRole")) {
            var policies = (List<?>) Yaml.at(child, "Resources", role, "Properties", "Policies");
            var ofTable = policies.stream()
                    .filter(policy -> policy.toString().contains("PolicyName=Table"))
                    .toList();
            assertEquals(1, ofTable.size(), role);
            var choice = (List<?>) Optional.ofNullable(((Map<?, ?>) ofTable.get(0)).get("Fn::If"))
                    .orElseThrow();
            assertEquals("CustomersTableHasRole", choice.get(0));
            assertEquals(
                    List.of(Map.of(
                            "Effect", "Allow", "Action", List.of("sts:AssumeRole"), "Resource", List.of(ROLE_GIVEN))),
                    Yaml.in(choice.get(1), "PolicyDocument", "Statement"),
                    role + " may take on the role and nothing else of the table's");
            assertFalse(choice.get(2).toString().contains("sts:"), role);
        }
    }

    @Test
    void aTableOfAnExportIsImportedByTheRootAndNamedToTheChildAlone() {
        var rendering = render(Projects.loadRates());
        var root = Projects.file(rendering, "template.yaml");
        assertFalse(Yaml.names(root, "Parameters").contains("RatesTable"), "the export says it");
        assertTrue(Yaml.names(root, "Parameters").contains("RatesTableRole"));
        assertEquals(
                Map.of("Fn::ImportValue", "shop:RatesTable"),
                Yaml.at(root, "Resources", "Migration10", "Properties", "Parameters", "RatesTable"));

        var child = Projects.file(rendering, "v0010-load-rates/template.yaml");
        assertEquals("String", Yaml.at(child, "Parameters", "RatesTable", "Type"));
        assertFalse(child.contains("ImportValue"), "deployed alone, it takes any name");
    }

    @Test
    void aTableWithoutAnExportIsAParameterOfTheRootWhichTakesAnImport() {
        var root = Projects.file(render(Projects.splitFullName()), "template.yaml");
        assertFalse(root.contains("ImportValue"));
        assertTrue("shop-prod-Customers"
                .matches((String) Yaml.at(root, "Parameters", "CustomersTable", "AllowedPattern")));
    }

    private static Map<?, ?> input(String child) {
        var trigger = Yaml.names(child, "Resources").stream()
                .filter(name -> name.startsWith("Trigger"))
                .findFirst()
                .orElseThrow();
        return (Map<?, ?>) Yaml.at(child, "Resources", trigger, "Properties", "Input");
    }

    private static Rendering render(MigrationModel migration) {
        var rendering = SamApplication.render(Projects.of(migration));
        assertEquals(List.of(), rendering.problems());
        return rendering;
    }
}
