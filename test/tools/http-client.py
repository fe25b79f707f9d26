"""Uses the client that openapi-python-client made of the committed document, against a service that runs. Prints what it saw."""

import json
import sys
import time
from io import BytesIO

import httpx
from gongkai_client import AuthenticatedClient, Client
from gongkai_client.api.reports import get_output, get_report, list_reports, submit_report
from gongkai_client.api.seasons import get_season, get_season_file, list_seasons
from gongkai_client.api.service import get_health, get_metrics, get_open_api, get_version, list_checks
from gongkai_client.models import Error, GetOutputFormat, ListReportsKind
from gongkai_client.types import File
from prometheus_client.parser import text_string_to_metric_families

address, token, report_path = sys.argv[1:4]
client = AuthenticatedClient(base_url=address, token=token, timeout=150, raise_on_unexpected_status=True)
stranger = Client(base_url=address, raise_on_unexpected_status=True)
with open(report_path, 'rb') as file:
    original = file.read()


def submit(name, body, wait=60, who=client):
    answer = submit_report.sync_detailed(client=who, body=File(payload=body), name=name, wait=wait)
    return int(answer.status_code), answer.parsed


def refusal(answer):
    status, parsed = answer if isinstance(answer, tuple) else (int(answer.status_code), answer.parsed)
    assert isinstance(parsed, Error), (status, parsed)
    assert parsed.schema == 'gongkai.error/1' and parsed.sentence.zh and parsed.remedy.zh
    return [status, parsed.code]


key = '青禾县/100% (终稿)+1.docx'
first = submit(key, original)
again = submit(key, original)

status, begun = submit('轮询.docx', original + b'\0', wait=0)
polls = 0
while begun.state != 'done':
    begun = get_report.sync(client=client, id=begun.id, wait=10)
    polls += 1

report = first[1]
outputs = {}
for kind in GetOutputFormat:
    output = get_output.sync_detailed(client=client, id=report.id, format_=kind)
    outputs[kind.value] = [int(output.status_code), len(output.content) > 1000]
figures = json.loads(get_output.sync_detailed(client=client, id=report.id, format_=GetOutputFormat.JSON).content)

keys, after = [], None
while True:
    page = list_reports.sync(client=client, limit=2, **({} if after is None else {'after': after}))
    keys += [each.key for each in page.reports]
    after = page.next_
    if after is None:
        break
only = list_reports.sync(client=client, key=[key], kind=ListReportsKind(report.verdict.value))

seasons = list_seasons.sync(client=client)
for _ in range(200):
    if seasons.seasons:
        break
    time.sleep(0.3)
    seasons = list_seasons.sync(client=client)
season = get_season.sync(client=client, year=str(seasons.seasons[0].year))
parquet = next(each for each in season.files if each.path.endswith('.parquet'))
fetched = get_season_file.sync_detailed(client=client, year=str(season.year), path=parquet.path)

raw = httpx.Client(base_url=address, headers={'Authorization': f'Bearer {token}'}, timeout=60)
empty = submit('空.docx', b'')[1]
text = raw.get('/metrics').text
families = {family.name: family for family in text_string_to_metric_families(text)}
counted = {
    (sample.labels['outcome'], sample.labels['verdict']): sample.value
    for sample in families['gongkai_reports'].samples
    if sample.name == 'gongkai_reports_total'
}

print(
    json.dumps(
        {
            'first': [first[0], report.key, report.state, report.outcome, report.authority, report.year],
            'again': [again[0], again[1].id == report.id],
            'polled': [status, polls > 0, begun.state],
            'outputs': outputs,
            'schema': figures['schema'],
            'listed': [key in keys, keys == sorted(set(keys))],
            'only': [only.total, only.reports[0].key],
            'season': [fetched.status_code, fetched.content[:4].decode(), len(fetched.content) == parquet.size],
            'refusals': {
                'token': refusal(submit('x.docx', b'x', who=stranger)),
                'name': refusal(submit('~$x.docx', b'x')),
                'wait': refusal(submit('x.docx', b'x', wait=1000)),
                'large': refusal(submit('x.docx', bytes(64 * 1024 * 1024 + 1))),
                'report': refusal(get_report.sync_detailed(client=client, id='none')),
                'output': refusal(get_output.sync_detailed(client=client, id=empty.id, format_='json')),
                'season': refusal(get_season.sync_detailed(client=client, year='1999')),
                'file': refusal(get_season_file.sync_detailed(client=client, year=str(season.year), path='none')),
                'method': [raw.delete('/api/v1/reports').status_code, raw.delete('/api/v1/reports').json()['code']],
                'type': [
                    (form := raw.post('/api/v1/reports?name=x.docx', data={'a': 'b'})).status_code,
                    form.json()['code'],
                ],
            },
            'health': get_health.sync(client=stranger).status,
            'version': get_version.sync(client=client).api,
            'checks': len(list_checks.sync(client=client).checks) > 10,
            'document': get_open_api.sync_detailed(client=client).status_code,
            'metricsOfClient': get_metrics.sync(client=client) is not None,
            'metrics': sorted(name for name in families if name.startswith('gongkai_')),
            'histogram': families['gongkai_conversion_seconds'].type,
            'rejected': counted.get(('rejected', ''), 0) > 0,
        },
        ensure_ascii=False,
    )
)
