//! The clauses, by what they are about.

mod quotas;
mod reading;
mod submitting;
mod tenants;

use std::pin::Pin;

use anyhow::Result;

use crate::ground::Ground;

/// One documented behaviour.
pub struct Clause {
    /// Its name: that of its function.
    pub name: &'static str,
    /// What the documents say, and which.
    pub says: &'static str,
    /// Whether it holds; the error says what happened instead.
    pub holds: for<'a> fn(&'a Ground) -> Holds<'a>,
}

/// The outcome of a clause, to be awaited.
type Holds<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

macro_rules! clauses {
    ($($module:ident::$name:ident: $says:literal;)*) => {
        /// All clauses, in the order in which they are run: the quotas last, because they use much up.
        pub const CLAUSES: &[Clause] = &[
            $(Clause { name: stringify!($name), says: $says, holds: |ground| Box::pin($module::$name(ground)) }),*
        ];
    };
}

clauses! {
    submitting::an_order_is_taken_with_its_items_in_order: "the answer has the batch as it was sent (API, CreateInvalidation)";
    submitting::a_new_invalidation_is_in_progress: "its status is InProgress (API, Invalidation)";
    submitting::the_same_reference_with_the_same_items_makes_nothing_new: "the earlier invalidation is returned (API, InvalidationBatch, CallerReference)";
    submitting::the_same_reference_with_other_items_is_refused: "InvalidationBatchAlreadyExists (API, InvalidationBatch, CallerReference)";
    submitting::each_distribution_has_references_of_its_own: "a reference is for one distribution (aws/aws-cdk#3878, in the service's words)";
    submitting::characters_of_xml_and_of_urls_come_back_as_they_were_sent: "paths are compared byte by byte (DG, What you need to know when invalidating files)";
    submitting::tags_and_paths_share_a_batch: "an item that begins with # is a tag (DG, Invalidating content by cache tags)";
    submitting::a_path_without_a_leading_slash_is_refused: "InvalidArgument (DG, What you need to know when invalidating files)";
    submitting::a_star_that_is_not_at_the_end_is_refused: "InvalidArgument (DG, What you need to know when invalidating files)";
    submitting::a_path_that_is_not_encoded_is_refused: "InvalidArgument (DG, What you need to know when invalidating files)";
    submitting::a_tilde_is_refused: "InvalidArgument (aws/aws-sdk-js#4234)";
    submitting::a_path_beyond_4000_characters_is_refused: "InvalidArgument (DG, What you need to know when invalidating files)";
    submitting::an_unknown_distribution_is_not_found: "NoSuchDistribution (API, CreateInvalidation)";
    reading::an_invalidation_is_read_as_it_was_made: "GetInvalidation returns all of it (API, GetInvalidation)";
    reading::an_unknown_invalidation_is_not_found: "NoSuchInvalidation (API, GetInvalidation)";
    reading::an_invalidation_of_an_unknown_distribution_is_not_found: "NoSuchDistribution (API, GetInvalidation)";
    reading::an_invalidation_is_completed_in_the_end: "its status becomes Completed (API, Invalidation)";
    reading::a_list_runs_newest_first: "from the most recent on (API, ListInvalidations)";
    reading::a_list_comes_in_pages_of_the_size_asked_for: "MaxItems, Marker, IsTruncated and NextMarker (API, ListInvalidations)";
    reading::a_pages_marker_is_its_last_id: "NextMarker is the id of the last one on the page (API, ListInvalidations)";
    reading::a_list_of_an_unknown_distribution_is_not_found: "NoSuchDistribution (API, ListInvalidations)";
    reading::distributions_are_listed_with_what_people_know_them_by: "Aliases, Comment, DomainName (API, DistributionSummary)";
    reading::a_distribution_that_only_serves_tenants_says_so: "ConnectionMode (API, DistributionSummary)";
    reading::distributions_come_in_pages_of_the_size_asked_for: "MaxItems and Marker (API, ListDistributions)";
    reading::a_distribution_tells_its_configuration: "Aliases, DefaultRootObject, behaviors (API, DistributionConfig)";
    reading::a_distribution_tells_its_cache_tags_header: "CacheTagConfig (API, DistributionConfig)";
    reading::a_distribution_counts_what_is_in_progress: "InProgressInvalidationBatches (API, Distribution)";
    reading::a_distribution_that_does_not_exist_is_not_found: "NoSuchDistribution (API, GetDistribution)";
    tenants::tenants_are_listed_of_their_distribution: "AssociationFilter (API, ListDistributionTenants)";
    tenants::a_tenant_is_read_by_its_id: "Identifier (API, GetDistributionTenant)";
    tenants::an_unknown_tenant_is_not_found: "EntityNotFound (API, GetDistributionTenant)";
    tenants::a_tenants_invalidation_is_made_and_read: "CreateInvalidationForDistributionTenant, GetInvalidationForDistributionTenant (API)";
    tenants::a_tenants_invalidations_are_listed: "ListInvalidationsForDistributionTenant (API)";
    tenants::an_unknown_tenant_takes_no_invalidation: "EntityNotFound (API, CreateInvalidationForDistributionTenant)";
    quotas::three_thousand_files_are_taken_and_no_more: "3,000 (DG, Concurrent invalidation request maximum)";
    quotas::fifteen_wildcards_are_taken_and_no_more: "15 (DG, Concurrent invalidation request maximum)";
}
