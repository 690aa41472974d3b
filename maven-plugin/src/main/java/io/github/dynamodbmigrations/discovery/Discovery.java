package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.bytecode.CallGraph;
import io.github.dynamodbmigrations.bytecode.ClassFile;
import io.github.dynamodbmigrations.bytecode.ClassIndex;
import io.github.dynamodbmigrations.bytecode.CodeChecksums;
import io.github.dynamodbmigrations.bytecode.ReachedClasses;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the migrations of a project from its class files. No code of the project is loaded. */
public final class Discovery {
    private final DiscoveryRequest request;
    private final ClassIndex index;
    private final ReachedClasses reachedClasses;
    private final CallGraph calls;
    private final CodeChecksums checksums;
    private final List<MigrationModel> models = new ArrayList<>();
    private final Map<String, List<ClassFile>> reachedByMigration = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Discovery(DiscoveryRequest request, ClassIndex index) {
        this.request = request;
        this.index = index;
        this.reachedClasses = new ReachedClasses(index);
        this.calls = new CallGraph(index);
        this.checksums = new CodeChecksums(index);
    }

    /**
     * Reads them.
     *
     * @param request where to look
     * @return the migrations and all problems
     */
    public static Discovered of(DiscoveryRequest request) {
        try (var index = ClassIndex.read(request.classes(), request.libraries())) {
            return new Discovery(request, index).discover();
        }
    }

    private Discovered discover() {
        var migrations = MigrationClass.in(index)
                .sorted(Comparator.comparingLong(MigrationClass::version).thenComparing(MigrationClass::className))
                .toList();
        ProjectChecks.unreadable(index).forEach(problems::add);
        problems.addAll(ProjectChecks.versions(migrations, request.firstVersion()));
        migrations.forEach(this::inspect);
        ProjectChecks.tooNew(allReached(), request.classFileLevel()).forEach(problems::add);
        ProjectChecks.forgotten(index).forEach(problems::add);
        return new Discovered(models, problems, reachedByMigration);
    }

    private void inspect(MigrationClass migration) {
        var reached = List.copyOf(reachedClasses.from(migration.file()).values());
        var inspection = new CodeInspection(calls, migration, reached);
        var grants = GrantsFile.of(migration, request.projectDirectory());
        reachedByMigration.put(migration.className(), reached);
        ClassChecks.problems(migration).forEach(problems::add);
        problems.addAll(AnnotationChecks.problems(migration, inspection.uses()));
        grants.problem(migration).ifPresent(problems::add);
        inspection.problems().forEach(problems::add);
        migration.kind().ifPresent(kind -> {
            var code = new CodeFacts(
                    inspection.uses(), checksums.own(migration.file()), checksums.reached(migration.file(), reached));
            models.add(Models.of(migration, kind, code, grants.policy()));
        });
    }

    private Collection<ClassFile> allReached() {
        var all = new TreeMap<String, ClassFile>();
        reachedByMigration.values().forEach(reached -> reached.forEach(it -> all.put(it.name(), it)));
        return all.values();
    }
}
