package org.monthend.steward;

import java.util.List;
import java.util.Optional;

/** Proves that nothing which was published has been altered, or says what was. */
public interface PublicationProof {

    /**
     * Computes every digest anew and follows the chain from its beginning.
     *
     * @param noted a digest that publish or verify printed earlier; it must still be in one of the chains. Without one, nobody can tell whether
     *     the last publications were removed without a trace.
     */
    Finding verify(Optional<String> noted);

    /**
     * @param publications how many the book has
     * @param publicCopies how many public copies there are
     * @param keptFiles how many files of returns and catalogues were held against their digests
     * @param statements how many figures' revisions were counted through
     * @param head digest of the chain, to be noted; 64 zeros while nothing was published
     * @param headOfCopies digest of the chain of public copies, to be noted; 64 zeros while there is none
     * @param notedAt number of the publication whose digest was given
     * @param notedAtCopy number of the public copy whose digest was given
     * @param violations each in a sentence; empty when all is as it was published
     */
    record Finding(
            int publications,
            int publicCopies,
            long keptFiles,
            long statements,
            String head,
            String headOfCopies,
            Optional<Integer> notedAt,
            Optional<Integer> notedAtCopy,
            List<String> violations) {

        public boolean isSound() {
            return violations.isEmpty();
        }
    }
}
