package org.monthend.extract.suggest;

import java.util.Optional;

/** Who the figures are about: a column of the table, or one organisation for all of it. */
record OrganisationPlace(SuggestedPart part, Optional<Profile> column) {}
