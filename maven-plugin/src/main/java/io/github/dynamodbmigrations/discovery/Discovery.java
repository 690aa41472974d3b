package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.bytecode.ClassFile;
import io.github.dynamodbmigrations.bytecode.ClassIndex;
import io.github.dynamodbmigrations.bytecode.CodeChecksums;
import io.github.dynamodbmigrations.bytecode.ReachedClasses;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.MigrationModel.Uses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Reads the migrations of a project from its class files. No code of the project is loaded. */
public final class Discovery {
    private final ClassIndex index;
    private final ReachedClasses reachedClasses;
    private final CodeChecksums checksums;

    private Discovery(ClassIndex index) {
        this.index = index;
        this.reachedClasses = new ReachedClasses(index);
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
            return new Discovery(index).discover();
        }
    }

    private Discovered discover() {
        var models = new ArrayList<MigrationModel>();
        var reached = new HashMap<String, List<ClassFile>>();
        var inOrder = Comparator.comparingLong(MigrationClass::version).thenComparing(MigrationClass::className);
        MigrationClass.in(index).sorted(inOrder).forEach(migration -> {
            var code = codeOf(migration);
            reached.put(migration.className(), code.reached());
            migration.kind().ifPresent(kind -> models.add(Models.of(migration, kind, code, Optional.empty())));
        });
        return new Discovered(models, List.of(), reached);
    }

    private CodeFacts codeOf(MigrationClass migration) {
        var reached = List.copyOf(reachedClasses.from(migration.file()).values());
        return new CodeFacts(
                reached,
                new Uses(false, false),
                checksums.own(migration.file()),
                checksums.reached(migration.file(), reached));
    }
}
