package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where somebody who belongs to estates finds them: a token names ids, addresses want slugs. */
@RestController
class MyEstatesController {
    private final EstateStore store;

    MyEstatesController(EstateStore store) {
        this.store = store;
    }

    @Access(Grant.SIGNED_IN)
    @GetMapping("/api/platform/my-estates")
    MyEstates myEstates(Caller caller) {
        return new MyEstates(store.named(caller.estates()));
    }

    record MyEstates(List<MyEstate> items) {}

    /** @param community by name */
    record MyEstate(UUID id, String slug, String name, String community, EstateState state) {}
}
