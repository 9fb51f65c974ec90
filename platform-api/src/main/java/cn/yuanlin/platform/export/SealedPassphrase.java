package cn.yuanlin.platform.export;

import cn.yuanlin.platform.keys.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealedPassphrase {
    @Bean
    SealedColumn archivePassphrase() {
        return new SealedColumn(
                "archive_passphrase",
                "cipher",
                SealedColumn.Form.TEXT,
                ArchivePassphrases.COLUMN,
                "'" + ArchivePassphrases.ROW + "'");
    }
}
