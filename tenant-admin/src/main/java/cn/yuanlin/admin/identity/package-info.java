/**
 * Residents' way in: a phone with an SMS code, or WeChat. Recognises the person, then Keycloak issues the tokens. Keeps
 * keyed hashes and rows that die within minutes or a day; phones are Keycloak's alone.
 */
@ApplicationModule(allowedDependencies = {"shared", "security", "audit", "keycloak", "cell", "job"})
@NullMarked
package cn.yuanlin.admin.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
