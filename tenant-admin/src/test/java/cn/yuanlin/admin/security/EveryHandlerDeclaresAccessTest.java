package cn.yuanlin.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.AdminTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EveryHandlerDeclaresAccessTest extends AdminTest {
    private static final String OURS = "cn.yuanlin.";

    @Autowired
    private ApplicationContext context;

    @Test
    void everyHandlerDeclaresWhoMayCallIt() {
        var handlers = context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(handler -> handler.getBeanType().getName().startsWith(OURS))
                .filter(handler -> handler.getBeanType() != Undeclared.class)
                // Reached by the container only; asked for directly it is denied, as any handler without a rule.
                .filter(handler -> !ErrorController.class.isAssignableFrom(handler.getBeanType()))
                .toList();

        assertThat(handlers)
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(handler.getMethodAnnotation(Access.class))
                        .as(handler.toString())
                        .isNotNull());
    }
}
