package cn.yuanlin.platform.people;

import cn.yuanlin.platform.export.SecretColumns;
import cn.yuanlin.platform.keys.EstateKeys;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers to objections leave with their estate readable. */
@Component
class ObjectionAnswerExport implements SecretColumns {
    private final EstateKeys keys;

    ObjectionAnswerExport(EstateKeys keys) {
        this.keys = keys;
    }

    @Override
    public String table() {
        return "objection_answer";
    }

    @Override
    public Map<String, String> plainNames() {
        return Map.of("text_cipher", "text");
    }

    @Override
    public Set<String> leftOut() {
        return Set.of();
    }

    @Override
    public Reading open() {
        var secrets = new ObjectionSecrets(keys.current());
        return (column, row) ->
                secrets.decryptAnswer(ObjectionExport.cipher(row), ObjectionExport.id(row, "objection_id"));
    }
}
