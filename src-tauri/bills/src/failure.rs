//! Cost Explorer's errors, translated once, into what the person can do. The question changes nothing, so a lost reply
//! costs at most what asking again costs.

use std::error::Error;

use aws_sdk_costexplorer::error::{ProvideErrorMetadata, SdkError};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use domain::permissions::BILL_ACTION;
use engine::Failure;
use mishaps::{Probe, chain, not_of_aws, refused, tidy, unanswered};

/// What an SDK error means.
pub(crate) fn translate<E>(error: &SdkError<E, HttpResponse>, probe: &Probe, expected: &str) -> Failure
where
    E: Error + ProvideErrorMetadata + 'static,
{
    match (unanswered(error, probe, expected), error) {
        (Some(failure), _) => failure,
        (None, SdkError::ServiceError(answer)) => {
            answered(answer.raw(), answer.err(), probe.handed_to().unwrap_or(expected))
        }
        (None, error) => Failure::ReplyLost { detail: chain(error) },
    }
}

fn answered<E>(raw: &HttpResponse, error: &E, endpoint: &str) -> Failure
where
    E: Error + ProvideErrorMetadata + 'static,
{
    let status = raw.status().as_u16();
    let detail = tidy(error.message().unwrap_or_default());
    if (200..300).contains(&status) {
        return unreadable(&chain(error));
    }
    let Some(code) = error.code() else { return not_of_aws(status, endpoint, "Cost Explorer") };
    match code {
        // API, GetCostAndUsage, "Errors".
        "BillExpirationException" | "DataUnavailableException" => no_figures(&detail),
        "LimitExceededException" => Failure::Throttled { detail },
        "ValidationException" => Failure::Invalid { detail },
        // In the field, and in no document: "User not enabled for cost explorer access" comes as AccessDeniedException
        // (aws-samples/aws-cost-explorer-report#15), and no policy helps against it.
        _ if is_turned_off(&detail) => Failure::Invalid {
            detail: format!(
                "Cost Explorer is not turned on for this account. Open it once in the Billing and Cost Management \
                 console, in the organisation's management account if there is one; the first figures take a day. AWS \
                 says: {detail}"
            ),
        },
        code => match refused(code, status, &detail) {
            Some(Failure::Denied { action, resource, detail }) => {
                Failure::Denied { action: action.or_else(|| Some(BILL_ACTION.to_owned())), resource, detail }
            }
            Some(failure) => failure,
            None => Failure::Unexpected { code: tidy(code), detail },
        },
    }
}

fn is_turned_off(detail: &str) -> bool {
    detail.to_ascii_lowercase().contains("not enabled for cost explorer")
}

/// AWS has no figures for the month that was asked for. How far back they go: AWS Cost Management User Guide,
/// "Best practices for the AWS Cost Explorer API"; an account may have monthly ones kept for longer. When the first ones
/// are there: DataUnavailableException says so itself, and in the field it takes a day (intuit/costBuddy#5). `detail` is what it says of that, and may be empty.
pub(crate) fn no_figures(detail: &str) -> Failure {
    let says = if detail.is_empty() { String::new() } else { format!(" AWS says: {detail}") };
    Failure::Invalid {
        detail: format!(
            "Cost Explorer has no figures for this month. It keeps those of the current month and the 13 before it, and \
             has the first ones about a day after it is turned on.{says}"
        ),
    }
}

/// An answer came that could be read, but not what it says.
pub(crate) fn unreadable(what: &str) -> Failure {
    let detail = format!("Cost Explorer's answer could not be used: {what}");
    tracing::warn!(%detail, "Cost Explorer's answer was not understood");
    Failure::ReplyLost { detail }
}
