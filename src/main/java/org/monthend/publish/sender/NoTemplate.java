package org.monthend.publish.sender;

/** The catalogue says too little to write a template; the message is a sentence that says what to add. */
public final class NoTemplate extends RuntimeException {

    NoTemplate(String sentence) {
        super(sentence);
    }
}
