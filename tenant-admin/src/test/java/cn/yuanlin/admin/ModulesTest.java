package cn.yuanlin.admin;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void everyFeatureKeepsToWhatItDeclares() {
        ApplicationModules.of(TenantAdmin.class).verify();
    }
}
