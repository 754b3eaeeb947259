// Before every other script of the newsroom. What is loaded later by a string goes through this policy.
import { policyFor } from './policy'

type Factory = { createPolicy(name: string, rules: ReturnType<typeof policyFor>): unknown }

const { trustedTypes } = window as { trustedTypes?: Factory }
trustedTypes?.createPolicy('default', policyFor(location.origin))
