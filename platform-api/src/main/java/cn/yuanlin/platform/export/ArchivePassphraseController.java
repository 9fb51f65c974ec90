package cn.yuanlin.platform.export;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.export.ArchivePassphrases.ArchivePassphrase;
import cn.yuanlin.platform.shared.CommonProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ArchivePassphraseController {
    private final ArchivePassphrases passphrases;

    ArchivePassphraseController(ArchivePassphrases passphrases) {
        this.passphrases = passphrases;
    }

    /** Only shows it: an answer that was lost on its way must not count as taken. */
    @GetMapping("/api/estates/{slug}/archive-passphrase")
    @Access(roles = Role.COMMITTEE, proven = true, fresh = true)
    ResponseEntity<ArchivePassphrase> readArchivePassphrase(Caller caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(passphrases.show(caller.subject()));
    }

    /** The committee says that it has copied it down. Also while the estate is suspended, which it is before it is closed. */
    @PutMapping("/api/estates/{slug}/archive-passphrase/taken")
    @Access(roles = Role.COMMITTEE, whileSuspended = true, proven = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeArchivePassphrase(Caller caller) {
        if (!passphrases.take(caller.subject()))
            throw CommonProblem.NOT_FOUND.problem().raise();
    }
}
