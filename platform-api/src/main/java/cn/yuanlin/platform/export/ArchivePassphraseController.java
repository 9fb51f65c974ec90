package cn.yuanlin.platform.export;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.export.ArchivePassphrases.ArchivePassphrase;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ArchivePassphraseController {
    private final ArchivePassphrases passphrases;

    ArchivePassphraseController(ArchivePassphrases passphrases) {
        this.passphrases = passphrases;
    }

    @GetMapping("/api/estates/{slug}/archive-passphrase")
    @Access(roles = Role.COMMITTEE)
    ResponseEntity<ArchivePassphrase> readArchivePassphrase(Caller caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(passphrases.take(caller.subject()));
    }
}
