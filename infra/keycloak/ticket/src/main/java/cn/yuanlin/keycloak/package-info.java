/** Lets Keycloak sign in whom tenant-admin has recognised: one authenticator, which knows nothing of phones or WeChat. */
@NullMarked
package cn.yuanlin.keycloak;

import org.jspecify.annotations.NullMarked;
