"""Makes invalidations with boto3: COUNT of them on each distribution that a comment names, which is made where there is
none.

They have from one to nine items each: paths, wildcards and tags. Prints their ids.
"""

import argparse
import json

import boto3

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--endpoint-url", required=True)
parser.add_argument("distributions", nargs="+", metavar="COMMENT=COUNT")
arguments = parser.parse_args()

key = {"aws_access_key_id": "AKIACOUNT", "aws_secret_access_key": "count"}
cloudfront = boto3.client("cloudfront", endpoint_url=arguments.endpoint_url, region_name="us-east-1", **key)


def distribution(comment):
    """The id of the distribution with this comment."""
    for page in cloudfront.get_paginator("list_distributions").paginate():
        for one in page["DistributionList"].get("Items", []):
            if one["Comment"] == comment:
                return one["Id"]
    origin = {"Id": "site", "DomainName": "site.s3.amazonaws.com", "S3OriginConfig": {"OriginAccessIdentity": ""}}
    config = {
        "CallerReference": comment,
        "Comment": comment,
        "Enabled": True,
        "Origins": {"Quantity": 1, "Items": [origin]},
        "DefaultCacheBehavior": {"TargetOriginId": "site", "ViewerProtocolPolicy": "redirect-to-https"},
    }
    return cloudfront.create_distribution(DistributionConfig=config)["Distribution"]["Id"]


made = []
for wanted in arguments.distributions:
    comment, count = wanted.split("=")
    id = distribution(comment)
    for number in range(int(count)):
        kinds = [f"/{number}/a.html", f"/{number}/b/*", f"#tag-{number}", f"/{number}/c?x=1&y=2"]
        items = [f"{kinds[item % 4]}{item}" if item % 4 != 1 else f"/{number}/{item}/*" for item in range(number % 9 + 1)]
        batch = {
            "Paths": {"Quantity": len(items), "Items": items},
            "CallerReference": [f"cli-1767268800-{number}", f"spring-20260101T120000Z-{number:012x}", f"{number}"][number % 3],
        }
        answer = cloudfront.create_invalidation(DistributionId=id, InvalidationBatch=batch)
        made.append(answer["Invalidation"]["Id"])
print(json.dumps(made))
