package cn.yuanlin.platform.house;

import cn.yuanlin.platform.PlatformApi;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void noModuleCrossesTheBoundaryOfAnother() {
        ApplicationModules.of(PlatformApi.class).verify();
    }
}
