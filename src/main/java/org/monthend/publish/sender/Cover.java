package org.monthend.publish.sender;

/**
 * What stands above the issues.
 *
 * @param title which return it is about
 * @param verdict what became of it, in a sentence
 * @param whatToDo what the sender is asked to do, in a sentence
 */
public record Cover(String title, String verdict, String whatToDo) {}
