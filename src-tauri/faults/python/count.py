"""Counts the items that were invalidated this UTC month, by distribution, with nothing but boto3.

It is the independent count that the app's ledger is compared with: one call after the other, every page, every
invalidation.
"""

import argparse
import datetime
import json

import boto3

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--endpoint-url", required=True)
endpoint = parser.parse_args().endpoint_url

key = {"aws_access_key_id": "AKIACOUNT", "aws_secret_access_key": "count"}
cloudfront = boto3.client("cloudfront", endpoint_url=endpoint, region_name="us-east-1", **key)
now = datetime.datetime.now(datetime.timezone.utc)
since = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)

items = {}
for page in cloudfront.get_paginator("list_distributions").paginate():
    for distribution in page["DistributionList"].get("Items", []):
        id = distribution["Id"]
        items[id] = 0
        for rows in cloudfront.get_paginator("list_invalidations").paginate(DistributionId=id):
            for row in rows["InvalidationList"].get("Items", []):
                if row["CreateTime"] >= since:
                    one = cloudfront.get_invalidation(DistributionId=id, Id=row["Id"])["Invalidation"]
                    items[id] += len(one["InvalidationBatch"]["Paths"]["Items"])
print(json.dumps(items))
