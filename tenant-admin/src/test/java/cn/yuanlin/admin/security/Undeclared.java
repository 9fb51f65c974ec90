package cn.yuanlin.admin.security;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A handler whose author forgot to say who may call it. */
@Hidden
@RestController
class Undeclared {
    static final String PATH = "/api/platform/undeclared";

    @GetMapping(PATH)
    String secret() {
        return "secret";
    }
}
