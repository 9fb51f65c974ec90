/**
 * The demo's workbooks, made by a generator that gives the same cells every time. Facts of the estates are as reported;
 * people, numbers of telephones and documents, and small shops are invented.
 */
@NullMarked
package cn.yuanlin.demo;

import org.jspecify.annotations.NullMarked;
