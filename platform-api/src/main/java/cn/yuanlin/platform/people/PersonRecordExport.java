package cn.yuanlin.platform.people;

import cn.yuanlin.platform.export.SecretColumns;
import cn.yuanlin.platform.keys.EstateKeys;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What persons were known by before leaves with the roll. */
@Component
class PersonRecordExport implements SecretColumns {
    private final EstateKeys keys;

    PersonRecordExport(EstateKeys keys) {
        this.keys = keys;
    }

    @Override
    public String table() {
        return "person_record";
    }

    @Override
    public Map<String, String> plainNames() {
        return Map.of(PersonExport.PHONE, "phone");
    }

    @Override
    public Set<String> leftOut() {
        return Set.of("identity_hash", "phone_hash");
    }

    @Override
    public Reading open() {
        var secrets = new PersonSecrets(keys.current());
        return (column, row) ->
                secrets.decryptPhone(PersonExport.bytes(row, column), PersonExport.bytes(row, "identity_hash"));
    }
}
