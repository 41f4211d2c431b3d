import { errorSentence } from './error-sentence.ts'

/** Says above a form's button why it was refused. */
export function FormProblem({ error }: { error: unknown }) {
  return (
    Boolean(error) && (
      <p role="alert" className="rounded-md bg-danger-wash px-3 py-2.5 text-sm text-danger">
        {errorSentence(error)}
      </p>
    )
  )
}
