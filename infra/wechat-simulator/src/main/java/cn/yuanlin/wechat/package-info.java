/**
 * WeChat as a mini program's server meets it, and a provider of text messages, played over HTTP so that the real SDK is
 * used everywhere. All state is in memory and bounded. What the people in it do on their phones, and what goes wrong,
 * is told by requests below {@code /_simulator}.
 */
@NullMarked
package cn.yuanlin.wechat;

import org.jspecify.annotations.NullMarked;
