//! Where the other servers depart from what CloudFront documents. The practice account has no entry here, and gets none.

/// One departure.
pub struct Departure {
    /// Which server.
    pub server: &'static str,
    /// The name of the clause.
    pub clause: &'static str,
    /// What it does instead: words that the clause's own complaint contains.
    pub instead: &'static str,
}

const fn moto(clause: &'static str, instead: &'static str) -> Departure {
    Departure { server: "moto", clause, instead }
}

const fn ministack(clause: &'static str, instead: &'static str) -> Departure {
    Departure { server: "ministack", clause, instead }
}

/// All of them, as of moto 5.2.5 and ministack 1.5.33.
pub const DEPARTURES: &[Departure] = &[
    // Work takes no time, paths and quotas are not checked, and references are not compared.
    moto("a_new_invalidation_is_in_progress", "it is Completed at once"),
    moto("the_same_reference_with_the_same_items_makes_nothing_new", "a new invalidation is made"),
    moto("the_same_reference_with_other_items_is_refused", "it was accepted"),
    moto("a_path_without_a_leading_slash_is_refused", "it was accepted"),
    moto("a_star_that_is_not_at_the_end_is_refused", "it was accepted"),
    moto("a_path_that_is_not_encoded_is_refused", "it was accepted"),
    moto("a_tilde_is_refused", "it was accepted"),
    moto("a_path_beyond_4000_characters_is_refused", "it was accepted"),
    moto("a_list_runs_newest_first", "the newer one comes after the older one"),
    moto("a_pages_marker_is_its_last_id", "the marker is another word"),
    moto("a_list_of_an_unknown_distribution_is_not_found", "it was accepted"),
    moto("a_distribution_that_only_serves_tenants_says_so", "does not say that it only serves tenants"),
    moto("a_distribution_counts_what_is_in_progress", "it counts 0"),
    // It has no tenants: the answer is its web framework's page.
    moto("tenants_are_listed_of_their_distribution", "HTTP 404, and the answer is not CloudFront's"),
    moto("a_tenant_is_read_by_its_id", "HTTP 404, and the answer is not CloudFront's"),
    moto("an_unknown_tenant_is_not_found", "HTTP 404, and the answer is not CloudFront's"),
    moto("a_tenants_invalidation_is_made_and_read", "HTTP 404, and the answer is not CloudFront's"),
    moto("a_tenants_invalidations_are_listed", "HTTP 404, and the answer is not CloudFront's"),
    moto("an_unknown_tenant_takes_no_invalidation", "HTTP 404, and the answer is not CloudFront's"),
    moto("three_thousand_files_are_taken_and_no_more", "it was accepted"),
    moto("fifteen_wildcards_are_taken_and_no_more", "it was accepted"),
    // Work takes no time, paths and quotas are not checked, and lists come whole, oldest first.
    ministack("a_new_invalidation_is_in_progress", "it is Completed at once"),
    ministack("a_path_without_a_leading_slash_is_refused", "it was accepted"),
    ministack("a_star_that_is_not_at_the_end_is_refused", "it was accepted"),
    ministack("a_path_that_is_not_encoded_is_refused", "it was accepted"),
    ministack("a_tilde_is_refused", "it was accepted"),
    ministack("a_path_beyond_4000_characters_is_refused", "it was accepted"),
    ministack("a_list_runs_newest_first", "the newer one comes after the older one"),
    ministack("a_list_comes_in_pages_of_the_size_asked_for", "the pages hold [5]"),
    ministack("a_pages_marker_is_its_last_id", "there is no marker"),
    ministack("distributions_come_in_pages_of_the_size_asked_for", "a page holds 4"),
    ministack("a_distribution_counts_what_is_in_progress", "it counts 0"),
    ministack("three_thousand_files_are_taken_and_no_more", "it was accepted"),
    ministack("fifteen_wildcards_are_taken_and_no_more", "it was accepted"),
];
