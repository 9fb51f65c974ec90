package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.export.SecretColumns;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The hash of an invitation's code means nothing without the estate's key, and stays behind. */
@Component
class InvitationExport implements SecretColumns {
    @Override
    public String table() {
        return "invitation";
    }

    @Override
    public Map<String, String> plainNames() {
        return Map.of();
    }

    @Override
    public Set<String> leftOut() {
        return Set.of("code_hash");
    }

    @Override
    public Reading open() {
        return (column, row) -> {
            throw new IllegalStateException("nothing of an invitation is encrypted");
        };
    }
}
