import { Fn } from 'aws-cdk-lib'
import type { Choices } from './choices.ts'

/**
 * What lets uploads through the malware gate is not for uploaders to set: nobody but the scanner's role changes tags of
 * uploads, and none is brought along. Where no scanner is named, nobody does.
 */
export const onlyTheScannerTags = (
  { parameters, conditions, when }: Choices,
  objects: string,
): readonly string[] => {
  const others = { ArnNotEquals: { 'aws:PrincipalArn': parameters.ScannerRoleArn.valueAsString } }
  const tag = Fn.select(0, Fn.split('=', parameters.ScanTag.valueAsString))
  const deny = (Sid: string, Action: readonly string[], Condition: object) =>
    when(conditions.HasScanTag, { Sid, Effect: 'Deny', Principal: '*', Action, Resource: objects, Condition })
  return [
    deny(
      'OnlyTheScannerTags',
      [
        's3:PutObjectTagging',
        's3:PutObjectVersionTagging',
        's3:DeleteObjectTagging',
        's3:DeleteObjectVersionTagging',
      ],
      others,
    ),
    deny('NoUploadBringsTheTag', ['s3:PutObject'], {
      ...others,
      'ForAnyValue:StringEquals': { 's3:RequestObjectTagKeys': tag },
    }),
  ]
}
