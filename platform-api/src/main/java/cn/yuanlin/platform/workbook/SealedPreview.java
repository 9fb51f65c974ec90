package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.keys.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealedPreview {
    @Bean
    SealedColumn previewContent() {
        return new SealedColumn("preview", "content_cipher", SealedColumn.Form.FILE, RollWorkbooks.KIND, "id::text");
    }
}
