import path from 'node:path'

import { findViolation } from './import-directions.ts'

interface Reporter {
  cwd: string
  filename: string
  report(problem: { node: unknown; message: string }): void
}

interface ImportNode {
  source?: { value: unknown } | null
  importKind?: string
  exportKind?: string
  specifiers?: { importKind?: string; exportKind?: string }[]
}

/** The project's own lint rules; see CONTRIBUTING.md for the directions. */
export default {
  meta: { name: 'segue' },
  rules: {
    'import-directions': {
      create(context: Reporter) {
        const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
        const check = (node: ImportNode) => {
          if (typeof node.source?.value !== 'string') return
          const specifier = node.source.value
          const message = findViolation({ file, specifier, isTypeOnly: isTypeOnly(node) })
          if (message) context.report({ node, message })
        }
        return {
          ImportDeclaration: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
          ImportExpression: check,
        }
      },
    },
  },
}

function isTypeOnly({ importKind, exportKind, specifiers = [] }: ImportNode): boolean {
  if (importKind === 'type' || exportKind === 'type') return true
  return (
    specifiers.length > 0 &&
    specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type')
  )
}
