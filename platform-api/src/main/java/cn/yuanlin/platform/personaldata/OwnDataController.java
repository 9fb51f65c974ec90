package cn.yuanlin.platform.personaldata;

import static cn.yuanlin.platform.access.Access.Level.SIGNED_IN;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.personaldata.OwnData.ClosingOutcome.AccountClosed;
import cn.yuanlin.platform.personaldata.OwnData.ClosingOutcome.Hindered;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OwnDataController {
    private final OwnData ownData;

    OwnDataController(OwnData ownData) {
        this.ownData = ownData;
    }

    @GetMapping("/api/estates/{slug}/me/data")
    @Access(value = SIGNED_IN, proven = true)
    ResponseEntity<OwnData.OwnDataExport> exportMyData(Caller caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ownData.export(caller));
    }

    /** Also while the estate is suspended: leaving is a right. */
    @PostMapping("/api/estates/{slug}/me/closing")
    @Access(value = SIGNED_IN, whileSuspended = true, proven = true, fresh = true)
    AccountClosed closeMyAccount(Caller caller) {
        return switch (ownData.close(caller)) {
            case AccountClosed closed -> closed;
            case Hindered(var why) ->
                throw PersonalDataProblem.CLOSING_HINDERED.problem().detail(why).raise();
        };
    }
}
