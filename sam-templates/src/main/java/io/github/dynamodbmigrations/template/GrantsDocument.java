package io.github.dynamodbmigrations.template;

import java.util.Optional;

/** The rights that a policy file grants. */
record GrantsDocument(Block document) {
    static Optional<GrantsDocument> read(String json) {
        return JsonReader.read(json).map(GrantsDocument::new);
    }

    /** As a policy of the Worker. */
    Block policy() {
        return Block.of("PolicyName", "Grants").with("PolicyDocument", document);
    }
}
