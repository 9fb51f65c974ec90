package cn.yuanlin.platform.personaldata;

import static cn.yuanlin.platform.access.Access.Level.SERVICE;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.personaldata.CellClosings.Hindrance;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the control plane, before it ends an account: first all cells are asked, then all let the person go. */
@RestController
@Access(SERVICE)
class CellClosingController {
    private final CellClosings closings;

    CellClosingController(CellClosings closings) {
        this.closings = closings;
    }

    /** @param items empty if nothing holds the person */
    record Hindrances(List<Hindrance> items) {}

    @GetMapping("/internal/people/{subject}/hindrances")
    Hindrances listHindrances(@PathVariable @Size(max = 100) String subject) {
        return new Hindrances(closings.hindrances(subject));
    }

    @PostMapping("/internal/people/{subject}/closing")
    Hindrances closePerson(@PathVariable @Size(max = 100) String subject) {
        return new Hindrances(closings.close(subject));
    }
}
